"""When something was, in words."""

from datetime import datetime, tzinfo

from translator.i18n import ntr, tr


def explain_time(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """Return when ``at`` (aware) was as one says it ``now``, in the time of this place, or of ``zone``."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    minutes = int((now - at).total_seconds() // 60)
    if 0 <= minutes < 60:
        return ntr("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes) if minutes else tr("Just now")
    days = (here.date() - there.date()).days
    clock = there.strftime("%H:%M")
    if days == 0:
        return tr("Today, {time}").format(time=clock)
    if days == 1:
        return tr("Yesterday, {time}").format(time=clock)
    if 1 < days < 7:
        return tr("{weekday}, {time}").format(weekday=_weekday(there), time=clock)
    return tr("{day} {month} {year}").format(day=there.day, month=_month(there), year=there.year)


def _weekday(at: datetime) -> str:
    return (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
    )[at.weekday()]  # fmt: skip


def _month(at: datetime) -> str:
    return (
        tr("January"), tr("February"), tr("March"), tr("April"), tr("May"), tr("June"), tr("July"), tr("August"),
        tr("September"), tr("October"), tr("November"), tr("December"),
    )[at.month - 1]  # fmt: skip
