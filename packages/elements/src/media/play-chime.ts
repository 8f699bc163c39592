/**
 * Two soft notes, because a single beep sounds like an error. Silent where the browser requires a user action first: the page then shows
 * the event, and the screen reader announces it.
 */
export const playChime = (): void => {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.setValueAtTime(523.25, audio.currentTime)
  tone.frequency.setValueAtTime(659.25, audio.currentTime + 0.25)
  volume.gain.setValueAtTime(0.15, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.8)
  tone.connect(volume).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + 0.8)
  tone.addEventListener('ended', () => void audio.close())
}
