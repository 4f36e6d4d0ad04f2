// Offers the device's time zone in a fresh form. A choice that the person made, or a form that came back, stays as it is.
// Browsers still use some older names of zones.
const RENAMED = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Louisville": "America/Kentucky/Louisville",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};
const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zone = RENAMED[device] ?? device;

if (zone && !document.querySelector("[data-error-summary]")) {
  for (const field of document.querySelectorAll("[data-detect-time-zone]")) {
    const known = !field.options || [...field.options].some((option) => option.value === zone);
    if (known) field.value = zone;
  }
}
