const [width, height] = [320, 240]
const framesPerSecond = 15

/** A picture that changes too much to be small: what a call sends, without a camera and without anything of the person. */
export const startMovingPicture = (): { readonly track: MediaStreamTrack; stop(): void } => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const drawing = canvas.getContext('2d')
  const draw = (): void => {
    for (let each = 0; each < 60 && drawing; each++) {
      drawing.fillStyle = `rgb(${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join()})`
      drawing.fillRect(Math.random() * width, Math.random() * height, 40, 30)
    }
  }
  draw()
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks()
  if (!track) throw new Error('the browser makes no picture of a canvas')
  const timer = setInterval(draw, 1000 / framesPerSecond)
  return {
    track,
    stop: () => {
      clearInterval(timer)
      track.stop()
    },
  }
}
