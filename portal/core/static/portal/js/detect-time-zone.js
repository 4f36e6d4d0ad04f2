// Offers the device's time zone in a fresh form. A choice that the person made, or a form that came back, stays as it is.
// Browsers still use some older names of zones: the field carries the server's table of them.
const device = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (device && !document.querySelector("[data-error-summary]")) {
  for (const field of document.querySelectorAll("[data-detect-time-zone]")) {
    const zone = JSON.parse(field.dataset.detectTimeZone)[device] ?? device;
    const known = !field.options || [...field.options].some((option) => option.value === zone);
    if (known) field.value = zone;
  }
}
