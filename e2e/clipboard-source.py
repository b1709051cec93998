# Copies files as a file manager does: python3 clipboard-source.py FILE...
import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk

uris = [Path(file).resolve().as_uri() for file in sys.argv[1:]]

owner = Gtk.Invisible()
Gtk.selection_add_target(owner, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern("text/uri-list", False), 0)
owner.connect("selection-get", lambda _widget, data, *_: data.set_uris(uris))
if not Gtk.selection_owner_set(owner, Gdk.SELECTION_CLIPBOARD, Gdk.CURRENT_TIME):
    sys.exit("The clipboard could not be taken")
print("copied", flush=True)
Gtk.main()
