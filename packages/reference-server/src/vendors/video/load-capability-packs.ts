import { readFileSync } from 'node:fs'
import type { AgreementMode, VideoCapabilities } from './capabilities.ts'
import { capabilitiesAt, readCapabilityPack, type CapabilityPack } from './capability-pack.ts'
import type { VideoVendorName } from './provider.ts'

const shipped = new URL('../../../packs/video/', import.meta.url)

/** The modes in which each vendor can be used. */
const modesOf: Readonly<Record<VideoVendorName, readonly AgreementMode[]>> = {
  peer: ['direct'],
  daily: ['hipaa', 'plain'],
}

export type CapabilityPacks = Readonly<Record<VideoVendorName, CapabilityPack>>

/** The packs of every vendor with an adapter. Throws if one is invalid; the server then does not start. */
export const loadCapabilityPacks = (folder: URL = shipped): CapabilityPacks => {
  const read = (vendor: VideoVendorName): CapabilityPack =>
    readCapabilityPack(parse(readFileSync(new URL(`${vendor}.json`, folder), 'utf8'), vendor), {
      vendor,
      modes: modesOf[vendor],
    })
  return { peer: read('peer'), daily: read('daily') }
}

const parse = (text: string, vendor: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`packs/video/${vendor}.json: is not JSON.`, { cause })
  }
}

/** In the form that a provider needs. Read once a day, because they change only at midnight (UTC). */
export const capabilitiesOf = (pack: CapabilityPack, mode: AgreementMode): ((at: Date) => VideoCapabilities) => {
  let readFor = ''
  let current: VideoCapabilities | null = null
  return (at) => {
    const today = at.toISOString().slice(0, 10)
    if (current === null || readFor !== today) {
      current = capabilitiesAt(pack, mode, at)
      readFor = today
    }
    return current
  }
}
