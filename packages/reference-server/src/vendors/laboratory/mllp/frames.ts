/** Minimal Lower Layer Protocol (HL7 v2.5.1, appendix C): VT, the message, FS, CR. */
const start = 0x0b
const end = 0x1c
const [carriageReturn, lineFeed] = [0x0d, 0x0a]
const trailer = Buffer.from([end, carriageReturn])

export const frame = (message: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([start]), message, trailer])

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
/** How a message begins. A VT before it inside a frame is the start of the next frame; any other VT is part of a text. */
const opening = Buffer.from('MSH')

/**
 * How long a reader waits for the CR after FS. Some senders leave it out; the message is then complete, and one that only pauses there is
 * not, because FS never occurs within a message.
 */
export const trailerMs = 250

export interface FrameReader {
  /** Returns the messages that `chunk` completes. Throws FrameFault; the connection must then be closed. */
  push(chunk: Uint8Array): Buffer[]
  /** Ends the message whose FS nothing has followed. */
  finish(): Buffer[]
  /** Whether a message is incomplete. */
  readonly isOpen: boolean
  /** Whether only the CR of the message is missing. */
  readonly isEnding: boolean
}

/**
 * Assembles messages from chunks of any size: half a frame, or three at once. A frame that its sender left without an end is dropped at the
 * start of the next one, and `onUnterminated` is called.
 */
export const createFrameReader = (maxBytes: number, onUnterminated: () => void = () => undefined): FrameReader => {
  let pieces: Buffer[] = []
  let size = 0
  let open = false
  let ignoredBytes = 0
  /** The end of the previous chunk, if what follows decides what it is. */
  let held: Buffer = Buffer.alloc(0)

  const take = (piece: Buffer): void => {
    size += piece.length
    if (size > maxBytes) throw new FrameFault('too_long')
    pieces.push(piece)
  }
  const begin = (): void => {
    pieces = []
    size = 0
    open = true
    ignoredBytes = 0
  }
  const close = (): Buffer => {
    const message = Buffer.concat(pieces)
    pieces = []
    open = false
    return message
  }
  /** The bytes after the next frame's start; null if there is none yet. */
  const skipToStart = (chunk: Buffer): Buffer | null => {
    const at = chunk.indexOf(start)
    ignoredBytes += at < 0 ? chunk.length : at
    if (ignoredBytes > maxIgnoredBytes) throw new FrameFault('garbage')
    return at < 0 ? null : chunk.subarray(at + 1)
  }

  return {
    get isOpen() {
      return open
    },
    get isEnding() {
      return open && held[0] === end
    },
    push: (given) => {
      const messages: Buffer[] = []
      let chunk: Buffer = Buffer.concat([held, given])
      held = Buffer.alloc(0)
      while (chunk.length > 0) {
        if (!open) {
          const rest = skipToStart(chunk)
          if (rest === null) break
          begin()
          chunk = rest
          continue
        }
        const { kind, at, next } = nextMark(chunk)
        take(chunk.subarray(0, at))
        if (kind === 'undecided') held = chunk.subarray(at)
        else if (kind === 'end') messages.push(close())
        else if (kind === 'start') {
          if (size > 0) onUnterminated()
          begin()
        }
        chunk = chunk.subarray(next)
      }
      return messages
    },
    finish: () => {
      if (!open || held[0] !== end) return []
      held = Buffer.alloc(0)
      return [close()]
    },
  }
}

interface Mark {
  /** `undecided`: the next chunk shows what it is. `none`: all of the chunk is of the message. */
  readonly kind: 'end' | 'start' | 'undecided' | 'none'
  readonly at: number
  /** Where the bytes after the mark begin. */
  readonly next: number
}

/** The first byte at which the message ends or another begins. */
const nextMark = (chunk: Buffer): Mark => {
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at]
    const mark = byte === end ? markOfEnd(chunk, at) : byte === start ? markOfStart(chunk, at) : null
    if (mark !== null) return mark
  }
  return { kind: 'none', at: chunk.length, next: chunk.length }
}

const markOfEnd = (chunk: Buffer, at: number): Mark | null => {
  const after = chunk[at + 1]
  if (after === undefined) return { kind: 'undecided', at, next: chunk.length }
  if (after === start) return { kind: 'end', at, next: at + 1 }
  return after === carriageReturn || after === lineFeed ? { kind: 'end', at, next: at + 2 } : null
}

const markOfStart = (chunk: Buffer, at: number): Mark | null => {
  const after = chunk.subarray(at + 1, at + 1 + opening.length)
  if (!opening.subarray(0, after.length).equals(after)) return null
  return after.length < opening.length
    ? { kind: 'undecided', at, next: chunk.length }
    : { kind: 'start', at, next: at + 1 }
}
