/** Whether `zone` is an IANA zone that this server's calendar knows. Offsets such as `+02:00` are not: they know no summer time. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
