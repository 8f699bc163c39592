/**
 * Two soft notes: a single beep sounds like an error. Silent where the browser wants a gesture first: then the page shows what
 * happened and the screen reader says it.
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
