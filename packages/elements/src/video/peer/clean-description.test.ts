import { afterEach, describe, expect, test } from 'vitest'
import { cleanDescription } from './clean-description.ts'
import { firefoxOffer } from '../../../test/firefox-offer.ts'

const connections: RTCPeerConnection[] = []
const newConnection = (): RTCPeerConnection => {
  const connection = new RTCPeerConnection()
  connections.push(connection)
  return connection
}
afterEach(() => {
  for (const connection of connections.splice(0)) connection.close()
})

/** What a parser of this browser says to an offer. */
const accepts = (sdp: string): Promise<string> =>
  newConnection()
    .setRemoteDescription({ type: 'offer', sdp })
    .then(
      () => 'accepted',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )

describe('an offer of Firefox after setCodecPreferences', () => {
  test('is refused by Chromium as it is, and accepted after cleaning', async () => {
    expect(await accepts(firefoxOffer)).toMatch(/Failed to parse codecs correctly/)
    expect(await accepts(cleanDescription(firefoxOffer))).toBe('accepted')
  })

  test('loses only the lines about payload types that its media line does not name', () => {
    const cleaned = cleanDescription(firefoxOffer).split('\r\n')
    const dropped = firefoxOffer.split('\r\n').filter((line) => !cleaned.includes(line))
    const feedback = ['nack', 'nack pli', 'ccm fir', 'goog-remb', 'transport-cc']
    expect(dropped).toEqual(
      ['121', '99', '123', '122'].flatMap((payload) => feedback.map((kind) => `a=rtcp-fb:${payload} ${kind}`)),
    )
    expect(cleaned.filter((line) => line.startsWith('a=fmtp:'))).toEqual([
      'a=fmtp:109 maxplaybackrate=48000;stereo=1;useinbandfec=1',
      'a=fmtp:120 max-fs=12288;max-fr=60',
      'a=fmtp:124 apt=120',
    ])
  })
})

test('a description of this browser stays as it is', async () => {
  const connection = newConnection()
  connection.addTransceiver('audio')
  connection.addTransceiver('video')
  connection.createDataChannel('text')
  await connection.setLocalDescription()
  const sdp = connection.localDescription?.sdp ?? ''
  expect(sdp).toContain('m=application')
  expect(cleanDescription(sdp)).toBe(sdp)
})

test('a payload type counts for its own media line only', () => {
  const lines = [
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 96',
    'a=rtpmap:96 opus/48000/2',
    'a=fmtp:97 apt=96',
    'm=video 9 UDP/TLS/RTP/SAVPF 97',
    'a=rtcp-fb:96 nack',
    'a=rtcp-fb:* nack',
    'a=rtpmap:97 VP8/90000',
    '',
  ]
  expect(cleanDescription(lines.join('\r\n')).split('\r\n')).toEqual([
    ...lines.slice(0, 3),
    'm=video 9 UDP/TLS/RTP/SAVPF 97',
    'a=rtcp-fb:* nack',
    'a=rtpmap:97 VP8/90000',
    '',
  ])
})
