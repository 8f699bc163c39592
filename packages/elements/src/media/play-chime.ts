/** A chime that is heard later than this says nothing true. */
const mostLateMs = 2000

/** One for the page: a browser that asks for a press allows it once, and for this one only. */
let audio: AudioContext | null = null

/** Call it in a press, so that sounds can be heard later. Returns what plays them. */
export const prepareSound = (): AudioContext => {
  audio ??= new AudioContext()
  // A phone call or another app interrupts it, too.
  if (audio.state !== 'running') audio.resume().catch(() => undefined)
  return audio
}

/**
 * Two soft notes, because a single beep sounds like an error. Silent where the browser requires a user action first: the page then shows
 * the event, and the screen reader announces it.
 * @param outlet - Where it is heard, if not on the system's speaker.
 */
export const playChime = (outlet: (speaker: AudioContext) => AudioNode = systemSpeaker): void => {
  const asked = performance.now()
  const speaker = prepareSound()
  speaker.resume().then(
    () => performance.now() - asked < mostLateMs && twoNotes(speaker, outlet(speaker)),
    () => undefined,
  )
}

const systemSpeaker = ({ destination }: AudioContext): AudioNode => destination

const twoNotes = (speaker: AudioContext, outlet: AudioNode): void => {
  const { currentTime: now } = speaker
  const tone = speaker.createOscillator()
  const volume = speaker.createGain()
  tone.frequency.setValueAtTime(523.25, now)
  tone.frequency.setValueAtTime(659.25, now + 0.25)
  volume.gain.setValueAtTime(0.15, now)
  volume.gain.exponentialRampToValueAtTime(0.001, now + 0.8)
  tone.connect(volume).connect(outlet)
  tone.start()
  tone.stop(now + 0.8)
}
