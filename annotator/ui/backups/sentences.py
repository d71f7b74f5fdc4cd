"""What making and restoring backups says in English, for `refusals` to say in the window's language."""

from __future__ import annotations

from annotator.ui.translating import QT_TRANSLATE_NOOP

BACKUP_SENTENCES = (
    QT_TRANSLATE_NOOP("Refusals", "no backup was made in %1: the disk is full; free some space and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "no backup was made in %1 (%2); make it writable or choose another folder"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 makes a backup; wait for it and repeat"),
    QT_TRANSLATE_NOOP(
        "Refusals", "the file is damaged, and no backup can be made of it; see what annotator check says"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is this very project; choose a backup of it"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is no backup of a project; choose another file"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a backup of another project than %2; choose one of this project"),
    QT_TRANSLATE_NOOP("Refusals", "the backup was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the restore was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is damaged: %2; nothing was changed; %3"),
    QT_TRANSLATE_NOOP("Refusals", "restore %1, the next that is whole"),
    QT_TRANSLATE_NOOP("Refusals", "choose another file"),
    QT_TRANSLATE_NOOP("Refusals", "it is not as it was written"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be replaced (%2); make its folder writable"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read back from the disk; check the disk"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read back from the disk%2; check the disk"),
    QT_TRANSLATE_NOOP("Refusals", "; as it was it is kept as %1"),
)
