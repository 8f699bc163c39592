import { playChime } from './play-chime.ts'

/** Whether this browser lets a page choose where it is heard. */
export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype

/**
 * The chime, on this speaker. Through a media element, as in a call: not every browser can choose the speaker of an audio context. A speaker
 * that is gone is replaced by the system's.
 */
export const playOnSpeaker = async (id: string | undefined): Promise<void> => {
  if (!id || !canChooseSpeaker()) return playChime()
  const audio = new Audio()
  try {
    await audio.setSinkId(id)
  } catch {
    return playChime()
  }
  playChime((speaker) => {
    const outlet = speaker.createMediaStreamDestination()
    audio.srcObject = outlet.stream
    void audio.play().catch(() => undefined)
    return outlet
  })
}
