"""The model is the trouble."""

from translator.translation.errors.base import TranslationError


class ModelProblem(TranslationError):
    """The model is the trouble. ``detail`` is its name."""

    code = "model"


class NoModel(ModelProblem):
    """No model is chosen. ``available`` lists what the service offers."""

    code = "no_model"
    was_sent = False

    def __init__(self, service: str = "", detail: str = "", available: tuple[str, ...] = ()) -> None:
        super().__init__(service, detail)
        self.available = available


class ModelUnknown(ModelProblem):
    """The service does not know the model."""

    code = "model_unknown"


class ModelForbidden(ModelProblem):
    """The account may not use the model."""

    code = "model_forbidden"


class CannotSee(ModelProblem):
    """The model cannot read pictures. ``detail`` is empty for the demo, which has none."""

    code = "cannot_see"
