import type { PeerLink } from './peer-link.ts'
import type { MediaFlags } from './signals.ts'

/** Measurements without anything new after which media count as lost. One can be a short interruption. */
const missesAllowed = 2

interface Arrival {
  count: number
  misses: number
}

/** Follows whether the picture and the sound that another browser sends arrive here. */
export class MediaArrival {
  pictureArrives: boolean | null = null
  soundArrives: boolean | null = null
  #picture: Arrival = { count: 0, misses: 0 }
  #sound: Arrival = { count: 0, misses: 0 }

  /** Called at intervals. `media`: what the other side says that it sends. */
  async measure(link: PeerLink, media: MediaFlags): Promise<void> {
    // A browser may decode no picture for a page that no one sees.
    const isWatched = media.camera && document.visibilityState === 'visible'
    this.pictureArrives = isWatched ? judge(this.#picture, await countOf(link, 'camera')) : null
    this.soundArrives = media.microphone ? judge(this.#sound, await countOf(link, 'audio')) : null
    if (!isWatched) this.#picture.misses = 0
    if (!media.microphone) this.#sound.misses = 0
  }
}

const judge = (arrival: Arrival, count: number | null): boolean | null => {
  if (count === null) return null
  arrival.misses = count > arrival.count ? 0 : arrival.misses + 1
  arrival.count = count
  return arrival.misses < missesAllowed
}

/** Decoded frames, or packets of sound. Null when the browser counts neither. */
const countOf = async (link: PeerLink, line: 'camera' | 'audio'): Promise<number | null> => {
  const report = await link.receiver(line)?.getStats()
  for (const entry of report?.values() ?? [])
    if (entry.type === 'inbound-rtp') return (line === 'camera' ? entry.framesDecoded : entry.packetsReceived) ?? null
  return link.connection.connectionState === 'connected' ? 0 : null
}
