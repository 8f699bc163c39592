/** A stream of these tracks. Reuses the previous stream while its tracks are the same, because replacing it makes the element flicker. */
export const streamOf = (
  stream: MediaStream | null,
  wanted: readonly (MediaStreamTrack | null)[],
): MediaStream | null => {
  const tracks = wanted.filter((track) => track !== null)
  if (tracks.length === 0) return null
  const had = stream?.getTracks() ?? []
  return stream && had.length === tracks.length && tracks.every((track) => had.includes(track))
    ? stream
    : new MediaStream(tracks)
}
