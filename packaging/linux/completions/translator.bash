# bash completion for translator(1)

_translator_words() {
    local run="--to --from --service --base-url --model --demo"
    case $1 in
        "") echo "text key doctor usage memory glossary $run --clipboard --selection --region --background --version --help" ;;
        text) echo "$run --json --mask --over-budget --glossary --no-memory --help" ;;
        key) echo "set delete status --help" ;;
        "key set" | "key delete" | "key status") echo "--service --help" ;;
        doctor) echo "--service --base-url --demo --json --help" ;;
        usage) echo "--days --month --json --help" ;;
        memory) echo "import export count --help" ;;
        "memory import" | "memory count" | "glossary list" | "glossary export") echo "--help" ;;
        "memory export") echo "--from --to --help" ;;
        glossary) echo "list import export --help" ;;
        "glossary import") echo "--name --from --to --help" ;;
    esac
}

_translator() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=""
    case ${COMP_WORDS[1]} in
        text | key | doctor | usage | memory | glossary)
            ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]}
            ;;
    esac
    case $command-${COMP_WORDS[2]} in
        key-set | key-delete | key-status | memory-import | memory-export | memory-count | glossary-list | \
            glossary-import | glossary-export)
            ((COMP_CWORD > 2)) && command+=" ${COMP_WORDS[2]}"
            ;;
    esac
    COMPREPLY=()
    case $previous in
        --to | --from)
            COMPREPLY=($(compgen -W "ar de en-GB en-US es fr hi id it ja ko nl pl pt-BR ru th tr uk vi zh-Hans zh-Hant" -- "$current"))
            return
            ;;
        --service | --base-url | --model | --name | --days) return ;;
        --glossary) ;;
        *) COMPREPLY=($(compgen -W "$(_translator_words "$command")" -- "$current")) ;;
    esac
    if [[ $current != -* ]]; then
        compopt -o filenames 2>/dev/null
        local name
        while IFS= read -r name; do
            COMPREPLY+=("$name")
        done < <(compgen -f -- "$current")
    fi
}

complete -F _translator translator
