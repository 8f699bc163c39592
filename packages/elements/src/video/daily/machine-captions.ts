import type { DailyCall } from '@daily-co/daily-js'
import { longestCaption, type Caption } from '../caption.ts'

export interface TranscriptionOf {
  /** The seat of a session of Daily. */
  readonly seatOf: (sessionId: string) => string | undefined
  readonly onCaption: (caption: Caption) => void
  /** Daily hears the call for captions, or does so no more. Also when another program of the account has started it. */
  readonly onRunning: (isRunning: boolean) => void
}

/**
 * What Daily's transcription reports (`transcription-started`, `-message`, `-stopped`, `-error`). Daily reports it to everyone in the room, and keeps
 * nothing unless the account says so: https://docs.daily.co/docs/daily-js/features/transcription
 */
export const followTranscription = (call: DailyCall, { seatOf, onCaption, onRunning }: TranscriptionOf): void => {
  call
    .on('transcription-started', () => onRunning(true))
    .on('transcription-stopped', () => onRunning(false))
    .on('transcription-error', () => onRunning(false))
    .on('transcription-message', ({ participantId, text }) => {
      // A person who joined later did not receive the start.
      onRunning(true)
      const from = seatOf(participantId)
      const line = { id: crypto.randomUUID(), text: text.slice(0, longestCaption), isFinal: true, isByMachine: true }
      if (from !== undefined) onCaption({ ...line, from, speaker: from })
    })
}
