import type { PeerLink } from './peer-link.ts'
import type { MediaFlags } from './signals.ts'

/** Measurements without anything new after which a picture, or the sound, counts as lost. */
const lostAfter = 6
/** The same for both at once, which is rarely a short interruption. */
const silentAfter = 3
/** Measurements between two requests to send the picture again. */
const askEvery = 10

interface Arrival {
  count: number
  misses: number
}

/** Follows whether the picture and the sound that another browser sends arrive here. */
export class MediaArrival {
  pictureArrives: boolean | null = null
  soundArrives: boolean | null = null
  /** Whether to ask now that the picture is sent again. */
  isPictureDue = false
  /** Measurements since both were lost. 0 while something arrives, and while it sends only one of them. */
  silence = 0
  #picture: Arrival = { count: 0, misses: 0 }
  #sound: Arrival = { count: 0, misses: 0 }

  /** Called every second. `media`: what the other side says that it sends. */
  async measure(link: PeerLink, media: MediaFlags): Promise<void> {
    // A browser may decode no picture for a page that no one sees.
    const isWatched = media.camera && document.visibilityState === 'visible'
    const hasPicture = follow(this.#picture, isWatched, await countOf(link, 'camera'))
    const hasSound = follow(this.#sound, media.microphone, await countOf(link, 'audio'))
    const silence = Math.max(0, Math.min(this.#picture.misses, this.#sound.misses) - silentAfter + 1)
    // The path is back, and what is still missing has its time again.
    if (this.silence > 0 && silence === 0) this.#picture.misses = this.#sound.misses = 0
    this.silence = silence
    this.pictureArrives = hasPicture ? this.#picture.misses < lostAfter : null
    this.isPictureDue = this.pictureArrives === false && (this.#picture.misses - lostAfter) % askEvery === 0
    this.soundArrives = hasSound ? this.#sound.misses < lostAfter : null
  }
}

/** Returns whether the browser counts it. */
const follow = (arrival: Arrival, isExpected: boolean, count: number | null): boolean => {
  if (!isExpected || count === null) {
    arrival.misses = 0
    return false
  }
  arrival.misses = count > arrival.count ? 0 : arrival.misses + 1
  arrival.count = count
  return true
}

/** Decoded frames, or packets of sound. Null when the browser counts neither. */
const countOf = async (link: PeerLink, line: 'camera' | 'audio'): Promise<number | null> => {
  const report = await link.receiver(line)?.getStats()
  for (const entry of report?.values() ?? [])
    if (entry.type === 'inbound-rtp') return (line === 'camera' ? entry.framesDecoded : entry.packetsReceived) ?? null
  return link.connection.connectionState === 'connected' ? 0 : null
}
