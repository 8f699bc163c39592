import type { AgreementMode, VideoCapabilities, VideoCapability } from './capabilities.ts'
import { capabilitiesOf, loadCapabilityPacks } from './load-capability-packs.ts'
import type { VideoVendorName } from './provider.ts'

const packs = loadCapabilityPacks()

/** The shipped pack of a vendor, as its provider takes it; `without` are rows that say "not covered" instead. */
export const shippedCapabilities = (
  vendor: VideoVendorName,
  mode: AgreementMode,
  without: readonly VideoCapability[] = [],
): ((at: Date) => VideoCapabilities) => {
  const { rows } = packs[vendor]
  const isWithout = (capability: string): boolean => (without as readonly string[]).includes(capability)
  return capabilitiesOf(
    { vendor, rows: rows.map((row) => (isWithout(row.capability) ? { ...row, covered: false } : row)) },
    mode,
  )
}
