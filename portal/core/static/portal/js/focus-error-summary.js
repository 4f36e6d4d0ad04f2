// After a form came back with errors, the list of what to put right takes focus, so nobody has to look for it.
document.querySelector("[data-error-summary]")?.focus();
