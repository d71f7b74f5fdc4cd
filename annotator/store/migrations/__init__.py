"""The steps that bring a project file from one version to the next, one module each."""
