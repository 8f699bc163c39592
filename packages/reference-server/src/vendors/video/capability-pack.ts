import {
  limits,
  switchableCapabilities,
  type AgreementMode,
  type VideoCapabilities,
  type VideoCapability,
} from './capabilities.ts'

/** One fact, and the time during which it applies. */
export interface CapabilityRow {
  readonly mode: AgreementMode
  readonly capability: VideoCapability | (typeof limits)[number]
  readonly covered: boolean
  /** For a capability that is a number. */
  readonly limit?: number
  /** `YYYY-MM-DD`, the first day (UTC). */
  readonly effectiveFrom: string
  /** The first day (UTC) on which it no longer applies; null without an end. */
  readonly effectiveTo: string | null
  /** An https address, or `House policy`. */
  readonly source: string
  /** When the row was last compared with its source. */
  readonly checkedOn: string
  readonly note?: string
}

/** packs/video/<vendor>.json. */
export interface CapabilityPack {
  readonly vendor: string
  readonly rows: readonly CapabilityRow[]
}

const isDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

const known: ReadonlySet<unknown> = new Set([...switchableCapabilities, ...limits])
const properties: ReadonlySet<string> = new Set<keyof CapabilityRow>([
  'mode',
  'capability',
  'covered',
  'limit',
  'effectiveFrom',
  'effectiveTo',
  'source',
  'checkedOn',
  'note',
])
const isLimit = (capability: unknown): boolean => (limits as readonly unknown[]).includes(capability)

/** The faults of one row. The pack contains nothing about patients, so a fault may quote it. */
const faultsOfRow = (row: Readonly<Record<string, unknown>>, modes: readonly string[]): string[] => {
  const faults: string[] = []
  const unknown = Object.keys(row).find((name) => !properties.has(name))
  if (unknown !== undefined) faults.push(`has an unknown property ${unknown}`)
  if (!modes.includes(String(row['mode']))) faults.push(`has a mode other than ${modes.join(', ')}`)
  if (!known.has(row['capability'])) faults.push('names no capability that the server asks for')
  if (typeof row['covered'] !== 'boolean') faults.push('needs covered: true or false')
  const limit = row['limit']
  if (isLimit(row['capability']) ? !(Number.isInteger(limit) && Number(limit) > 0) : limit !== undefined)
    faults.push('must have a limit, a whole number, where the capability is a number, and nowhere else')
  if (!isDay(row['effectiveFrom'])) faults.push('must begin on a day, effectiveFrom: YYYY-MM-DD')
  if (row['effectiveTo'] !== null && !isDay(row['effectiveTo']))
    faults.push('must end on a day or be null: effectiveTo')
  else if (row['effectiveTo'] !== null && row['effectiveTo'] <= String(row['effectiveFrom']))
    faults.push('must end later than it begins')
  if (!isDay(row['checkedOn'])) faults.push('needs the day on which its source was read, checkedOn: YYYY-MM-DD')
  if (typeof row['source'] !== 'string' || !/^(https:\/\/\S+|House policy)$/.test(row['source']))
    faults.push('must name its source, an https address or House policy')
  return faults
}

/** Two rows about the same capability whose times overlap. */
const overlaps = (one: CapabilityRow, other: CapabilityRow): boolean =>
  one.mode === other.mode &&
  one.capability === other.capability &&
  (other.effectiveTo === null || one.effectiveFrom < other.effectiveTo) &&
  (one.effectiveTo === null || other.effectiveFrom < one.effectiveTo)

/**
 * Reads a pack. Throws an error with the file, the row and the remedy; the server then does not start. A capability without a row for a
 * mode is a fault too: a new one has to be decided for every vendor.
 */
export const readCapabilityPack = (
  value: unknown,
  { vendor, modes }: { readonly vendor: string; readonly modes: readonly AgreementMode[] },
): CapabilityPack => {
  const name = `packs/video/${vendor}.json`
  const pack = value as { vendor?: unknown; rows?: unknown }
  if (typeof value !== 'object' || value === null || pack.vendor !== vendor || !Array.isArray(pack.rows))
    throw new Error(`${name}: must be an object with "vendor": "${vendor}" and a list "rows".`)
  const faults = pack.rows.flatMap((row: unknown, at) =>
    typeof row === 'object' && row !== null
      ? faultsOfRow(row as Record<string, unknown>, modes).map((fault) => `row ${at + 1} ${fault}`)
      : [`row ${at + 1} must be an object`],
  )
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}.`)
  const rows = pack.rows as readonly CapabilityRow[]
  for (const [at, row] of rows.entries()) {
    const twin = rows.findIndex((other, index) => index > at && overlaps(row, other))
    if (twin >= 0) faults.push(`rows ${at + 1} and ${twin + 1} both apply to ${row.capability}`)
  }
  for (const mode of modes)
    for (const capability of [...switchableCapabilities, ...limits])
      if (!rows.some((row) => row.mode === mode && row.capability === capability))
        faults.push(`no row states whether ${capability} is covered in mode ${mode}`)
  if (faults.length > 0) throw new Error(`${name}: ${faults.join('; ')}.`)
  return { vendor, rows }
}

/** The capabilities on the day (UTC) of `at`. A capability without a row for that day is not covered. */
export const capabilitiesAt = ({ rows }: CapabilityPack, mode: AgreementMode, at: Date): VideoCapabilities => {
  const today = at.toISOString().slice(0, 10)
  const holding = rows.filter(
    (row) =>
      row.mode === mode &&
      row.covered &&
      row.effectiveFrom <= today &&
      (row.effectiveTo === null || today < row.effectiveTo),
  )
  const covered = holding.flatMap(({ capability }) => (capability === 'maxParticipants' ? [] : [capability]))
  return {
    mode,
    covered: new Set(covered),
    maxParticipants: holding.find(({ capability }) => capability === 'maxParticipants')?.limit ?? 0,
  }
}
