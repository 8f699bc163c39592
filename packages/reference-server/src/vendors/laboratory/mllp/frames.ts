/** Minimal Lower Layer Protocol (HL7 v2.5.1, appendix C): VT, the message, FS, CR. */
const start = 0x0b
const end = Buffer.from([0x1c, 0x0d])

export const frame = (message: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([start]), message, end])

export class FrameFault extends Error {
  readonly code: 'too_long' | 'garbage'
  constructor(code: 'too_long' | 'garbage') {
    super(code)
    this.name = 'FrameFault'
    this.code = code
  }
}

/** Some senders end a frame with LF, or send spaces as keep-alive. Up to this many bytes between frames are ignored. */
const maxIgnoredBytes = 64

export interface FrameReader {
  /** Returns the messages that `chunk` completes. Throws FrameFault; the connection must then be closed. */
  push(chunk: Uint8Array): Buffer[]
  /** Whether a message is incomplete. */
  readonly isOpen: boolean
}

/** Assembles messages from chunks of any size: half a frame, or three at once. */
export const createFrameReader = (maxBytes: number): FrameReader => {
  let pieces: Buffer[] = []
  let size = 0
  let open = false
  let ignoredBytes = 0
  let lastByte = -1

  const takeEnd = (chunk: Buffer): number => {
    // FS may have been the end of the previous chunk.
    if (lastByte === end[0] && chunk[0] === end[1]) return 0
    const at = chunk.indexOf(end)
    return at < 0 ? -1 : at + 1
  }

  return {
    get isOpen() {
      return open
    },
    push: (given) => {
      const messages: Buffer[] = []
      let chunk = Buffer.from(given)
      while (chunk.length > 0) {
        if (!open) {
          const at = chunk.indexOf(start)
          ignoredBytes += at < 0 ? chunk.length : at
          if (ignoredBytes > maxIgnoredBytes) throw new FrameFault('garbage')
          if (at < 0) break
          chunk = chunk.subarray(at + 1)
          open = true
          ignoredBytes = 0
          lastByte = -1
          continue
        }
        const closing = takeEnd(chunk)
        const taken = closing < 0 ? chunk : chunk.subarray(0, closing + 1)
        size += taken.length
        if (size > maxBytes + end.length) throw new FrameFault('too_long')
        pieces.push(taken)
        lastByte = taken.at(-1) ?? -1
        chunk = chunk.subarray(taken.length)
        if (closing < 0) break
        messages.push(Buffer.concat(pieces).subarray(0, -end.length))
        pieces = []
        size = 0
        open = false
      }
      return messages
    },
  }
}
