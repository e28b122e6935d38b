# SPDX-FileCopyrightText: 2026 Authdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on the screen, as AT-SPI tells it: finds, presses, types, and complains."""
import subprocess

from desktop import Failed, wait_for

PASSWORD = "quartz-lamp-outgrew-monday"


def set_up_a_server(reader):
    """From the first window to the empty list of people."""
    reader.page("door", "Start a server here")
    reader.press("Start a server here")
    reader.page("name", "Continue")
    reader.type("Name", "Acme")
    reader.press("Continue")
    reader.page("you", "Create server")
    reader.type("Username", "karl")
    reader.type("Password", PASSWORD)
    reader.press("Create server")
    reader.page("protect", "Turn it on")
    reader.press("Later")
    reader.page("later", "Cancel")
    reader.press_last("Later")
    reader.page("ready", "Open Authdesk")
    reader.press("Open Authdesk")
    reader.page("users, empty", "Put this list away")


class Reader:
    def __init__(self, pyatspi):
        self.api = pyatspi
        self.complaints = []
        self.pages = 0
        self.looked_at = 0

    def everything(self):
        """What is on the screen now."""
        found = []
        for application in self.api.Registry.getDesktop(0):
            if application is not None and application.name == "authdesk":
                self.collect(application, found)
        return found

    def collect(self, thing, found):
        try:
            for place in range(thing.childCount):
                child = thing.getChildAtIndex(place)
                if child is None:
                    continue
                if child.getState().contains(self.api.STATE_SHOWING):
                    found.append(child)
                self.collect(child, found)
        except Exception as error:  # it went away while it was asked: pyatspi has many for that
            if "Failed" in type(error).__name__:
                raise

    def actions(self, thing):
        try:
            action = thing.queryAction()
            return [action.getName(i) for i in range(action.nActions)]
        except NotImplementedError:
            return []

    def ways(self, thing):
        """The places of the actions that press it; what is switched off has none."""
        return [place for place, name in enumerate(self.actions(thing))
                if name in ("Press", "Toggle", "ShowMenu")]

    def find(self, name, last=False, enabled=True):
        def look():
            hits = [thing for thing in self.everything()
                    if thing.name == name and (not enabled or self.ways(thing))]
            return hits[-1 if last else 0] if hits else None
        try:
            return wait_for(f"“{name}”", look)
        except Failed as failure:
            there = sorted({f"{thing.getRoleName()} “{thing.name}”"
                            for thing in self.everything() if thing.name})
            raise Failed(f"{failure}; there is {', '.join(there)}") from None

    def press(self, name, last=False):
        thing = self.find(name, last)
        thing.queryAction().doAction(self.ways(thing)[0])

    def press_last(self, name):
        self.press(name, last=True)

    def is_field(self, thing):
        return thing.getState().contains(self.api.STATE_EDITABLE)

    def label(self, thing):
        if thing.name:
            return thing.name
        for relation in thing.getRelationSet():
            if relation.getRelationType() == self.api.RELATION_LABELLED_BY:
                return relation.getTarget(0).name
        return ""

    def type(self, label, text):
        field = wait_for(f"the field “{label}”", lambda: next(
            (thing for thing in self.everything()
             if self.is_field(thing) and self.label(thing) == label), None))

        def focused():
            # A window that is not active yet forgets that it was asked.
            field.queryComponent().grabFocus()
            return field.getState().contains(self.api.STATE_FOCUSED)
        wait_for(f"the focus in “{label}”", focused)
        subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
        subprocess.run(["xdotool", "type", text], check=True)

    def page(self, title, there):
        """Waits for a page by something that only it has, then looks at everything on it."""
        self.find(there, enabled=False)
        self.pages += 1
        for thing in self.everything():
            state = thing.getState()
            pressable = bool(self.ways(thing))
            if not (pressable or state.contains(self.api.STATE_FOCUSABLE) or self.is_field(thing)):
                continue
            # A cell is read with its row's and column's text; an empty one has nothing to say.
            if thing.getRole() == self.api.ROLE_TABLE_CELL:
                continue
            self.looked_at += 1
            if not self.label(thing).strip():
                self.complaints.append(f"{title}: a {thing.getRoleName()} without a name, "
                                       f"{self.where(thing)}")

    def where(self, thing):
        trail = []
        while thing is not None and thing.parent is not None:
            trail.append(f"{thing.getRoleName()} “{thing.name}”")
            thing = thing.parent
        return " in ".join(trail[1:4])
