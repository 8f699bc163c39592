import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { heldInPage } from '../../test/page-resources.ts'
import { madeUpMedia, playRecording, type MadeUpMedia } from '../../test/made-up-media.ts'
import { waitFor } from '../../test/story.ts'
import { CallRecording } from './call-recording.ts'
import type { Piece } from './piece-sender.ts'

const media: MadeUpMedia[] = []
const running: CallRecording[] = []
const person = (color: string, hertz: number): MadeUpMedia => {
  const made = madeUpMedia(color, hertz)
  media.push(made)
  return made
}
// A browser gives out sound once the person has pressed something.
beforeAll(() => userEvent.click(document.body))
afterEach(() => {
  for (const one of running.splice(0)) one.drop()
  for (const one of media.splice(0)) one.end()
})

const refusal = (status: number, code: string): Error => Object.assign(new Error(code), { status, code })

/** Stores pieces as the server does: in order, each once. */
const server = () => {
  const stored = new Map<string, Blob[]>()
  const sent: Piece[] = []
  return {
    stored,
    sent,
    /** What goes wrong with the next pieces, before they are stored or after. */
    faults: [] as { readonly before?: Error; readonly after?: Error }[],
    /** The number of seats for which everyone has agreed. */
    seatsVersion: 1,
    async send(piece: Piece): Promise<void> {
      sent.push(piece)
      const fault = this.faults.shift()
      if (fault?.before) throw fault.before
      if (piece.seatsVersion !== this.seatsVersion) throw refusal(409, 'recording_paused')
      const pieces = stored.get(piece.recordingId) ?? []
      stored.set(piece.recordingId, pieces)
      if (piece.number > pieces.length) throw refusal(409, 'piece_out_of_order')
      if (piece.number === pieces.length) pieces.push(piece.bytes)
      if (fault?.after) throw fault.after
    },
  }
}

const everyone: ReadonlySet<string> = new Set(['seat-a', 'seat-b'])

const recordingOf = (
  to: ReturnType<typeof server>,
  seats: Readonly<Record<string, MadeUpMedia>>,
  more: Partial<ConstructorParameters<typeof CallRecording>[0]> = {},
): CallRecording => {
  const recording = new CallRecording({
    people: (recorded) =>
      Object.entries(seats).flatMap(([id, { picture, sound }]) =>
        recorded.has(id) ? [{ picture, sounds: [sound, null] }] : [],
      ),
    send: (piece) => to.send(piece),
    onFailure: () => expect.fail('The browser cannot record'),
    onWait: () => undefined,
    ...{ pieceMs: 300, retryMs: 50 },
    ...more,
  })
  running.push(recording)
  return recording
}

const piecesOf = (to: ReturnType<typeof server>, index = 0): readonly Blob[] => [...to.stored.values()][index] ?? []

describe('a recording of a call', () => {
  test('plays, with the pictures of both next to each other and their sound', async () => {
    const to = server()
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 440), 'seat-b': person('#0000ff', 660) })
    recording.record(1, everyone)
    await waitFor(() => piecesOf(to).length > 6, 'some pieces')
    await recording.finish()
    const played = await playRecording(piecesOf(to))
    expect(played).toMatchObject({ width: 640, height: 360 })
    expect(played.seconds).toBeGreaterThan(1)
    expect(played.loudest).toBeGreaterThan(0.05)
    const [red = 0, , blue = 0] = played.left
    expect(red).toBeGreaterThan(blue + 100)
    const [otherRed = 0, , otherBlue = 0] = played.right
    expect(otherBlue).toBeGreaterThan(otherRed + 100)
  })

  test('has no picture and no sound of who was not in the room when it began', async () => {
    const to = server()
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 0), 'seat-late': person('#0000ff', 660) })
    recording.record(1, new Set(['seat-a']))
    await waitFor(() => piecesOf(to).length > 3, 'some pieces')
    // The page has read the new seat, and the recording goes on with those who have agreed.
    recording.record(1, new Set(['seat-a', 'seat-late']))
    await waitFor(() => piecesOf(to).length > 6, 'more pieces')
    await recording.finish()
    const { left, right, loudest } = await playRecording(piecesOf(to))
    for (const [red = 0, , blue = 0] of [left, right]) expect(red - blue).not.toBeLessThan(-20)
    expect(loudest).toBeLessThan(0.01)
  })

  test('sends its last piece when it is finished, and nothing that was not sent when it is dropped', async () => {
    const [finished, dropped] = [server(), server()]
    const both = [finished, dropped].map((to) => recordingOf(to, { 'seat-a': person('#ff0000', 440) }))
    for (const recording of both) recording.record(1, everyone)
    await waitFor(() => piecesOf(finished).length > 1 && piecesOf(dropped).length > 1, 'pieces of both')
    const [before, sentBefore] = [piecesOf(finished).length, dropped.sent.length]
    both[1]?.drop()
    await both[0]?.finish()
    expect(piecesOf(finished).length).toBeGreaterThan(before)
    const after = finished.sent.length
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect([finished.sent.length, dropped.sent.length]).toEqual([after, sentBefore])
  })

  test('sends a piece again that did not arrive, or whose answer did not, without loss and without doubling', async () => {
    const to = server()
    const waits: boolean[] = []
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 440) }, { onWait: (one) => waits.push(one) })
    const offline = refusal(0, 'connection_failed')
    to.faults.push(
      {},
      { before: offline },
      { before: refusal(503, 'overloaded') },
      { after: offline },
      { after: offline },
    )
    recording.record(1, everyone)
    await waitFor(() => piecesOf(to).length > 6, 'some pieces')
    await recording.finish()
    expect(to.stored.size).toBe(1)
    expect(waits.slice(0, 2)).toEqual([true, false])
    const numbers = to.sent.map(({ number }) => number)
    expect(numbers.length).toBeGreaterThan(piecesOf(to).length + 2)
    expect([...new Set(numbers)]).toEqual(piecesOf(to).map((_, index) => index))
    // With a piece twice, or without one, the file ends early or does not play.
    expect((await playRecording(piecesOf(to))).seconds).toBeGreaterThan(1)
  })

  test('ends quietly when the server says that someone came in, and goes on in another file once they have agreed', async () => {
    const to = server()
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 440) })
    recording.record(1, everyone)
    await waitFor(() => piecesOf(to).length > 1, 'some pieces')
    to.seatsVersion = 2
    const kept = piecesOf(to).length
    await waitFor(() => to.sent.length > kept, 'the refused piece')
    const sent = to.sent.length
    // The page has not read it yet.
    recording.record(1, everyone)
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(to.sent).toHaveLength(sent)
    recording.pause()
    recording.record(2, everyone)
    await waitFor(() => piecesOf(to, 1).length > 2, 'the second file')
    await recording.finish()
    expect(piecesOf(to)).toHaveLength(kept)
    expect((await playRecording(piecesOf(to, 1))).seconds).toBeGreaterThan(0.3)
  })

  test('begins another file after a while, and when the server takes no more of one', async () => {
    const to = server()
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 440) }, { fileMs: 1500 })
    recording.record(1, everyone)
    await waitFor(() => piecesOf(to, 1).length > 1, 'the second file')
    to.faults.push({ before: refusal(409, 'recording_full') })
    await waitFor(() => piecesOf(to, 2).length > 1, 'the third file')
    await recording.finish()
    for (const index of [0, 1]) expect((await playRecording(piecesOf(to, index))).seconds).toBeGreaterThan(0.2)
  })

  test('ends when the server takes no file at all, and does not try for ever', async () => {
    const to = server()
    let failures = 0
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 440) }, { onFailure: () => (failures += 1) })
    to.faults.push({ before: refusal(409, 'recording_full') })
    recording.record(1, everyone)
    await waitFor(() => failures > 0, 'the failure')
    expect([failures, to.sent.length, to.stored.size]).toEqual([1, 1, 0])
    expect(heldInPage().join()).not.toContain('mixed-picture')
  })

  test('keeps a minute of pieces without a connection, and drops the file then', async () => {
    const to = server()
    const recording = recordingOf(to, { 'seat-a': person('#ff0000', 440) }, { pieceMs: 60 })
    for (let count = 0; count < 8; count++) to.faults.push({ before: refusal(0, 'connection_failed') })
    recording.record(1, everyone)
    await waitFor(() => piecesOf(to).length > 1, 'a file')
    const [first, last] = [to.sent[0], to.sent.at(-1)]
    expect(last?.recordingId).not.toBe(first?.recordingId)
    expect(to.stored.has(first?.recordingId ?? '')).toBe(false)
  })

  test('leaves no timer, no sound and no track behind', async () => {
    const to = server()
    const tracks = (): string[] => heldInPage().filter((one) => !one.includes('/test/'))
    expect(tracks()).toEqual([])
    const made = person('#ff0000', 440)
    for (const end of ['finish', 'drop', 'pause'] as const) {
      const recording = recordingOf(to, { 'seat-a': made })
      recording.record(1, everyone)
      expect(tracks().join()).toContain('AudioContext, elements/media/mixed-sound')
      await recording[end]()
      await waitFor(() => tracks().length === 0, `nothing to be held after ${end}: ${tracks().join()}`)
    }
  })
})
