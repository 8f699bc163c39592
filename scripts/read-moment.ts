/** The time at which tests run, and the time zone of the machine. */
export interface Moment {
  readonly instant: Temporal.Instant
  /** IANA time zone; null keeps the machine's. */
  readonly zone: string | null
}

/**
 * Parses `--at` and `--zone`. `at` is an RFC 3339 timestamp (`2028-02-29T23:30:00Z`) or, with a zone, the local time there
 * (`2028-02-29T23:30`). Throws with the expected form.
 */
export const readMoment = (at: string, zone: string | undefined): Moment => {
  if (zone !== undefined && !isZone(zone))
    throw new Error(`--zone ${zone} is not a time zone. Write an IANA name, as in --zone Pacific/Auckland.`)
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i.test(at)) {
    const instant = parse(at, () => Temporal.Instant.from(at))
    return { instant, zone: zone ?? null }
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(at))
    throw new Error(
      `--at ${at} is not a moment. Write an RFC 3339 instant, as in --at 2028-02-29T23:30:00Z, or a local time with --zone.`,
    )
  if (zone === undefined)
    throw new Error(`--at ${at} has no offset. Add Z or an offset as in ${at}-05:00, or say --zone America/New_York.`)
  const local = parse(at, () => Temporal.PlainDateTime.from(at, { overflow: 'reject' }))
  return { instant: local.toZonedDateTime(zone).toInstant(), zone }
}

const parse = <T>(at: string, read: () => T): T => {
  try {
    return read()
  } catch {
    throw new Error(`--at ${at} names a day or a time that does not exist.`)
  }
}

const isZone = (zone: string): boolean => {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
  } catch {
    return false
  }
}
