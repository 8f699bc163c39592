/** A picture of one color and a tone, as a driver gives them. */
export interface MadeUpMedia {
  readonly picture: MediaStream
  readonly sound: MediaStream
  end(): void
}

export const madeUpMedia = (color: string, hertz: number): MadeUpMedia => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 })
  const context = canvas.getContext('2d')
  let count = 0
  const draw = (): void => {
    if (!context) return
    context.fillStyle = color
    context.fillRect(0, 0, 320, 240)
    // Each frame is another one.
    context.fillStyle = '#fff'
    context.fillRect((count += 5) % 320, 0, 4, 4)
  }
  draw()
  const drawing = setInterval(draw, 50)
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  tone.frequency.value = hertz
  const outlet = audio.createMediaStreamDestination()
  tone.connect(outlet)
  tone.start()
  const picture = canvas.captureStream(20)
  return {
    picture,
    sound: outlet.stream,
    end: () => {
      clearInterval(drawing)
      for (const track of [...picture.getTracks(), ...outlet.stream.getTracks()]) track.stop()
      void audio.close()
    },
  }
}

/** What a person sees and hears who plays a recording. */
export interface Played {
  readonly seconds: number
  readonly width: number
  readonly height: number
  /** Of the middle of the left and of the right half, as red, green and blue. */
  readonly left: readonly number[]
  readonly right: readonly number[]
  /** The loudest sample, 0 to 1. */
  readonly loudest: number
}

const once = (target: EventTarget, name: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    target.addEventListener(name, resolve, { once: true })
    target.addEventListener('error', () => reject(new Error('The file does not play')), { once: true })
  })

export const playRecording = async (pieces: readonly Blob[]): Promise<Played> => {
  const file = new Blob([...pieces], { type: pieces[0]?.type ?? '' })
  const url = URL.createObjectURL(file)
  const video = Object.assign(document.createElement('video'), { muted: true, src: url })
  await once(video, 'loadeddata')
  // A file that was recorded in pieces says its length at its end.
  const sought = once(video, 'seeked')
  video.currentTime = 1e6
  await sought
  const { currentTime: seconds, videoWidth: width, videoHeight: height } = video
  const back = once(video, 'seeked')
  video.currentTime = seconds / 2
  await back
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  context.drawImage(video, 0, 0)
  const at = (x: number): number[] => [...context.getImageData(x, height / 2, 1, 1).data].slice(0, 3)
  const [left, right] = [at(width / 4), at((width * 3) / 4)]
  video.removeAttribute('src')
  video.load()
  URL.revokeObjectURL(url)
  const audio = new AudioContext()
  const samples = (await audio.decodeAudioData(await file.arrayBuffer())).getChannelData(0)
  await audio.close()
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return { seconds, width, height, left, right, loudest }
}
