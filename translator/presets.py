"""Services that people use, with what is known about each: where it is, where its keys are made, what to ask for.

The model lists are ordered by how well they suit translation: quick, cheap and good with languages first. They
were last looked at on 22 November 2026, against each service's own list of models and shutdown dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Preset:
    """A known service. ``preferred_models`` are names or shell patterns, best first.

    ``key_page`` is where keys are made, empty for a service that needs none. An address that differs from user to
    user holds a part in capitals, which the user replaces.
    """

    id: str
    name: str
    base_url: str
    key_page: str = ""
    preferred_models: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether it runs on the user's own computer."""
        return "//127.0.0.1:" in self.base_url


# What people run at home, by how well it is known to translate.
_OPEN_MODELS = ("translategemma*", "gemma*", "aya*", "qwen*", "mistral*", "gpt-oss*", "llama*")

PRESETS: tuple[Preset, ...] = (
    Preset(
        "openai", "OpenAI", "https://api.openai.com/v1", "https://platform.openai.com/api-keys",
        ("gpt-6-luna", "gpt-5.6-luna", "gpt-5.4-mini", "gpt-5.4-nano", "gpt-6-sol"),
    ),
    Preset(
        "openrouter", "OpenRouter", "https://openrouter.ai/api/v1", "https://openrouter.ai/settings/keys",
        ("google/gemini-3.5-flash-lite", "openai/gpt-6-luna", "openai/gpt-5.4-mini", "mistralai/mistral-small*"),
    ),
    Preset(
        "deepseek", "DeepSeek", "https://api.deepseek.com/v1", "https://platform.deepseek.com/api_keys",
        ("deepseek-flash", "deepseek-v4-flash", "deepseek-v4-pro", "deepseek-chat"),
    ),
    Preset(
        "mistral", "Mistral", "https://api.mistral.ai/v1", "https://console.mistral.ai/api-keys",
        ("mistral-small-latest", "mistral-medium-latest", "mistral-large-latest"),
    ),
    Preset(
        "gemini", "Gemini", "https://generativelanguage.googleapis.com/v1beta/openai",
        "https://aistudio.google.com/apikey",
        ("*gemini-3.5-flash-lite", "*gemini-3.6-flash", "*gemini-3.5-flash", "*gemini-flash-latest"),
    ),
    Preset(
        "azure", "Azure OpenAI", "https://YOUR-RESOURCE.openai.azure.com/openai/v1", "https://ai.azure.com",
        ("gpt-6-luna*", "gpt-5.6-luna*", "gpt-5.4-mini*"),
    ),
    Preset("ollama", "Ollama", "http://127.0.0.1:11434/v1", preferred_models=_OPEN_MODELS),
    Preset("lmstudio", "LM Studio", "http://127.0.0.1:1234/v1", preferred_models=_OPEN_MODELS),
    # These two serve the model they were started with, whatever its name.
    Preset("llamacpp", "llama.cpp", "http://127.0.0.1:8080/v1", preferred_models=("*",)),
    Preset("vllm", "vLLM", "http://127.0.0.1:8000/v1", preferred_models=("*",)),
)  # fmt: skip

CUSTOM = Preset("custom", "Custom", "")


def find_preset(preset_id: str) -> Preset:
    """Return the preset of that id, or CUSTOM."""
    return next((preset for preset in PRESETS if preset.id == preset_id), CUSTOM)


def preferred_model(preset: Preset, available: Iterable[str]) -> str | None:
    """Return the model to use: the first preference that the service has, or None where it has none of them."""
    names = list(available)
    matches = (name for pattern in preset.preferred_models for name in names if fnmatchcase(name, pattern))
    return next(matches, None)
