import { afterEach, expect, test } from 'vitest'
import { PeerLink } from './peer-link.ts'
import type { MediaLineTracks } from './ready-connection.ts'

/** A long timeout, because test machines can be slow. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 })

const links: PeerLink[] = []
afterEach(() => {
  for (const link of links.splice(0)) link.close()
})

const soundless: MediaLineTracks = { audio: null, camera: null, screen: null, screenAudio: null }

/** Two links whose signals have the delay of `delay`, which differs each time, so that they overtake each other. */
const connect = (delay: () => number) => {
  let offers = 0
  const make = (polite: boolean, other: () => PeerLink): PeerLink => {
    const later = (act: () => void): void => void setTimeout(act, delay())
    const link = new PeerLink({
      polite,
      iceServers: [],
      tracks: () => soundless,
      sendDescription: (description) => {
        if (description.type === 'offer') offers += 1
        later(() => void other().handleDescription(description))
      },
      sendCandidate: (candidate) => later(() => void other().handleCandidate(candidate)),
      requestRestart: () => later(() => other().restart()),
      onRefused: () => undefined,
      onState: () => undefined,
      onMessage: () => undefined,
    })
    links.push(link)
    return link
  }
  const polite: PeerLink = make(true, () => impolite)
  const impolite: PeerLink = make(false, () => polite)
  return { polite, impolite, offers: () => offers }
}

const state = ({ connection }: PeerLink): string => `${connection.signalingState} ${connection.connectionState}`

test('offers that collide, again and again, end in one agreement', async () => {
  let step = 0
  const { polite, impolite, offers } = connect(() => 1 + ((step++ * 7) % 23))
  await eventually(() => [state(polite), state(impolite)]).toEqual(['stable connected', 'stable connected'])
  const before = offers()
  // A machine that is busy with other tests answers fewer of them at a time.
  for (let time = 0; time < 20 || (offers() <= before + 10 && time < 200); time += 1) {
    // Bypasses `restart()`, which would keep the polite side from offering at all.
    polite.connection.restartIce()
    impolite.connection.restartIce()
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  expect(offers()).toBeGreaterThan(before + 10)
  await eventually(() => [state(polite), state(impolite)]).toEqual(['stable connected', 'stable connected'])
  const ufrag = (description: RTCSessionDescription | null): string | undefined =>
    /a=ice-ufrag:(\S+)/.exec(description?.sdp ?? '')?.[1]
  // The last of the offers may still be underway.
  const agrees = (one: PeerLink, other: PeerLink): boolean =>
    ufrag(one.connection.remoteDescription) === ufrag(other.connection.localDescription)
  await eventually(() => [agrees(polite, impolite), agrees(impolite, polite)]).toEqual([true, true])
})

test('the polite side gets an ICE restart by requesting it', async () => {
  const { polite, impolite, offers } = connect(() => 2)
  await eventually(() => state(polite)).toBe('stable connected')
  const before = impolite.connection.localDescription?.sdp
  polite.restart()
  await eventually(() => impolite.connection.localDescription?.sdp).not.toBe(before)
  await eventually(() => [state(polite), state(impolite)]).toEqual(['stable connected', 'stable connected'])
  expect(offers()).toBe(2)
})
