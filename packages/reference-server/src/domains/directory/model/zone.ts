/** Whether `zone` is a known IANA time zone. Offsets such as `+02:00` are not accepted: they have no daylight saving rules. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
