/**
 * STOP stops texts to a number, for all who use it. START from a number that several patients use is the word of one of them, and no one
 * knows whose: it restores texts only to those who have consented to messages.
 */
export const restoredOnlyByConsent = ({
  word,
  isShared,
}: {
  readonly word: 'stop' | 'start' | null
  readonly isShared: boolean
}): boolean => word === 'start' && isShared
