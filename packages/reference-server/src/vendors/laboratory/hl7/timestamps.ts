const form = /^(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:\.\d{1,4})?([+-]\d{4})?$/

/** `20261125150000+0000`: to the second, always with an offset. */
export const writeTimestamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}+0000`

/** `20261125`, of an ISO date. */
export const writeDate = (date: string): string => date.replaceAll('-', '')

/**
 * The instant of a TS or DTM value, or null if it is invalid. Missing parts default to the start: `2026` is 1 January 00:00. Without an
 * offset, that of the sender applies (HL7 v2.5.1, 2.A.22), in the form `+hhmm`.
 */
export const readTimestamp = (written: string, senderOffset = '+0000'): Date | null => {
  const parts = form.exec(written.trim())
  if (parts === null) return null
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', offset = senderOffset] =
    parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${offset.slice(0, 3)}:${offset.slice(3)}`
  const at = new Date(iso)
  // `2026-02-31` would be read as a day in March.
  const isRealDay = new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDate() === Number(day)
  return Number.isNaN(at.getTime()) || !isRealDay ? null : at
}

/** `2026-11-25` for a date or timestamp with at least a day; else null. */
export const readDate = (written: string): string | null => {
  const [, year, month, day] = form.exec(written.trim()) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return readTimestamp(`${year}${month}${day}`) === null ? null : `${year}-${month}-${day}`
}

/** The offset of a timestamp that has one. It applies to timestamps of the same message that have none. */
export const offsetOf = (written: string): string => form.exec(written.trim())?.[7] ?? '+0000'
