import { afterEach, expect } from 'vitest'
import type { SignalChannel, VideoDriver, VideoParticipant, VideoSeat } from '../src/video/driver.ts'
import { createPeerDriver } from '../src/video/peer/peer-driver.ts'

/* Real connections with fake devices, in one page; only the signal channel is in memory. */

/** A long timeout, because test machines can be slow. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

export interface Room {
  channel(id: string): SignalChannel
  /** While false, signals are lost. */
  open: boolean
  largest: number
  sent: { from: string; type: string; brings: string | null }[]
}

/** Delivers copies with a varying delay, like the live stream. */
export const newRoom = (): Room => {
  const listeners = new Map<string, Set<(from: string, data: unknown) => void>>()
  const room: Room = {
    open: true,
    largest: 0,
    sent: [],
    channel: (id) => ({
      send: (to, data) => {
        const text = JSON.stringify(data)
        room.largest = Math.max(room.largest, text.length)
        const { type, offer, description } = data as {
          readonly type: string
          readonly offer?: { readonly description: { readonly type: string } }
          readonly description?: { readonly type: string }
        }
        room.sent.push({ from: id, type, brings: (offer?.description ?? description)?.type ?? null })
        if (!room.open) return
        setTimeout(
          () => {
            for (const [seat, set] of listeners)
              if (seat !== id && (to === null || to === seat))
                for (const listener of set) listener(id, JSON.parse(text))
          },
          5 + (room.sent.length % 3) * 10,
        )
      },
      onMessage: (listener) => {
        const set = listeners.get(id) ?? new Set()
        listeners.set(id, set.add(listener))
        return () => set.delete(listener)
      },
    }),
  }
  return room
}

export const seat = (id: string, more: Partial<VideoSeat> = {}): VideoSeat => ({
  id,
  vendor: 'peer',
  seats: [
    { id: 'seat-a', role: 'practitioner' },
    { id: 'seat-b', role: 'patient' },
  ],
  iceServers: [],
  expiresAt: new Date(Date.now() + 60_000).toISOString(),
  ...more,
})
export const everything = { microphone: true, camera: true }

/** Each leaves after its test. */
export const drivers: VideoDriver[] = []
export const enter = async (room: Room, id: string, media = everything): Promise<VideoDriver> => {
  const driver = createPeerDriver({ signals: room.channel(id) })
  drivers.push(driver)
  await driver.join(seat(id), media)
  return driver
}
afterEach(async () => {
  await Promise.all(drivers.splice(0).map((driver) => driver.leave()))
})

export const other = (driver: VideoDriver, id: string): VideoParticipant | undefined => driver.participants.get(id)

/** The number of frames that a video element shows within 600 ms. */
export const framesShown = async (stream: MediaStream | null | undefined): Promise<number> => {
  if (!stream) return 0
  const video = document.createElement('video')
  video.muted = true
  video.srcObject = stream
  await video.play()
  const before = video.getVideoPlaybackQuality().totalVideoFrames
  await new Promise((resolve) => setTimeout(resolve, 600))
  const shown = video.getVideoPlaybackQuality().totalVideoFrames - before
  video.srcObject = null
  return shown
}
export const sees = (driver: VideoDriver, id: string) => eventually(() => framesShown(other(driver, id)?.camera))

/** Another participant who only sends signals, in the same form as a browser. */
export const stranger = (room: Room, id: string, session = `stay-of-${id}`) => {
  const channel = room.channel(id)
  return (signal: object) => channel.send(null, { v: 1, session, ...signal })
}
export const hello = { type: 'hello', reply: false, media: { ...everything, screen: false } }
