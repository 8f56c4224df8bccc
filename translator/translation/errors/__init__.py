"""What can go wrong, as types. A caller catches as wide or as narrow as it needs.

The root is in ``base``; its branches are in the files that are named beside them.

    TranslationError
    ├── KeyProblem             ``keys``: there is no usable key
    │   ├── KeyMissing             none is stored for this service
    │   ├── KeyRefused             the service does not accept it
    │   │   └── KeyWanted              it asks for one, and none was sent
    │   ├── KeyMalformed           it holds characters that no key has
    │   └── KeyStoreError          the operating system's keyring cannot serve
    │       ├── KeyStoreMissing        there is none
    │       ├── KeyStoreUntrusted      there is one, but not one that protects its contents
    │       ├── KeyStoreLocked         it is locked
    │       ├── KeyStoreRefused        the user or the system said no
    │       ├── KeyStoreHung           it does not answer
    │       ├── KeyTooLong             it cannot hold a key of this length
    │       └── KeyNotKept             it took the key, but does not give it back
    ├── LimitReached           ``limits``: the service's, or the user's own
    │   ├── OutOfCredit            the account has no credit left
    │   ├── RateLimited            too many requests
    │   └── OverBudget             the user's own budget is spent
    ├── Unreachable            ``connections``: no OpenAI API answers at this address
    │   ├── AddressInvalid         not an http or https address
    │   ├── AddressInsecure        http beyond this computer
    │   ├── NameNotFound           DNS
    │   ├── ConnectionRefused      nothing listens there
    │   ├── ConnectionLost         it was there, then it was gone
    │   ├── TlsFailed              the certificate is not trusted
    │   ├── ProxyFailed            the proxy does not let us through
    │   ├── TimedOut               no answer in time
    │   │   ├── NotConnectedInTime     not even a connection
    │   │   └── ServiceTimedOut        the service itself gave up waiting (408, 504, 524)
    │   ├── Redirected             it wants to send the text elsewhere
    │   ├── PathNotFound           404 on the path
    │   └── NotAnOpenAIApi         HTML, nothing, or nonsense with status 200
    ├── ModelProblem           ``models``
    │   ├── NoModel                none is chosen and none of the preferred ones is there
    │   ├── ModelUnknown           the service does not know the chosen one
    │   ├── ModelForbidden         the account may not use the chosen one
    │   └── CannotSee              it cannot read pictures
    ├── PictureUnreadable      ``requests``: what should be a picture is none
    ├── TextTooLong            ``requests``: longer than the model can read
    ├── RequestRejected        ``requests``: the service refuses the request for a reason of its own
    │   ├── NotAllowed             it does not serve this country, account or network
    │   └── TextRefused            it does not want to see this text
    └── ServerFailed           ``servers``: the service failed
        └── BadReply               it sent something that is no translation
            └── RunawayReply           it goes on and on

The sentence and the next step for each are in ``translator.messages``.
"""
