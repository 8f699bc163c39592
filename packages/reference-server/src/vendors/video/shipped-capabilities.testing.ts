import type { AgreementMode, VideoCapabilities, VideoCapability } from './capabilities.ts'
import { capabilitiesOf, loadCapabilityPacks } from './load-capability-packs.ts'
import type { VideoVendorName } from './provider.ts'

const packs = loadCapabilityPacks()

/** The shipped pack of a vendor, in the form that its provider needs; `without` are capabilities that are set to "not covered". */
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
