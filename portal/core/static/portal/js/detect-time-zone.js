// Offers the device's time zone in a fresh form. A choice that the person made, or a form that came back, stays as it is.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (zone && !document.querySelector("[data-error-summary]")) {
  for (const field of document.querySelectorAll("[data-detect-time-zone]")) {
    const known = !field.options || [...field.options].some((option) => option.value === zone);
    if (known) field.value = zone;
  }
}
