// Built from editor/: see CONTRIBUTING.md
