/** A period in which the UTC offset of a zone is constant. Epoch milliseconds, half-open. */
export interface ZoneOffset {
  readonly from: number
  readonly to: number
  /** Wall clock minus UTC, in milliseconds. */
  readonly offset: number
}

/**
 * The offsets of `zone` from `from` to `to`, in order and without gaps. The zone rules are Temporal's. Throws a RangeError for an unknown
 * zone.
 */
export const zoneOffsets = (zone: string, from: number, to: number): ZoneOffset[] => {
  const offsets: ZoneOffset[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  while (at.epochMilliseconds < to) {
    const next = at.getTimeZoneTransition('next')
    const until = next === null ? to : Math.min(next.epochMilliseconds, to)
    offsets.push({ from: at.epochMilliseconds, to: until, offset: at.offsetNanoseconds / 1e6 })
    if (next === null) break
    at = next
  }
  return offsets
}
