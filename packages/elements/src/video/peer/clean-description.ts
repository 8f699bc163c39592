/** A line about one payload type: `a=rtpmap:96 VP8/90000`. A wildcard (`a=rtcp-fb:*`) is about no single one. */
const aboutPayloadType = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /

/**
 * A description without the lines about payload types that its media line does not name. Firefox leaves `a=rtcp-fb` lines of the codecs
 * that `setCodecPreferences` removed (Firefox 153); Chromium refuses such an offer as a whole ("Failed to parse codecs correctly").
 */
export const cleanDescription = (sdp: string): string => {
  let named: ReadonlySet<string> = new Set()
  return sdp
    .split('\r\n')
    .filter((line) => {
      // `m=<media> <port> <proto> <fmt> ...` (RFC 8866, 5.14)
      if (line.startsWith('m=')) named = new Set(line.split(' ').slice(3))
      const payloadType = aboutPayloadType.exec(line)?.[1]
      return payloadType === undefined || named.has(payloadType)
    })
    .join('\r\n')
}
