import type { GuestKind, GuestStatus } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

export const guestRoomEn = {
  loading: 'Opening the visit',
  heading: 'Video visit at {clinic}',
  as_interpreter: '{name} asked you to come as an interpreter.',
  as_family: '{name} asked you to come as family.',
  as_caregiver: '{name} asked you to come as a caregiver.',
  as_other: '{name} asked you to come.',
  when: 'With {practitioner}, {time}.',
  mayHeading: 'What you can do',
  may: 'You see and hear this visit. The others see and hear you.',
  mayNot: 'You do not see the medical record or the messages.',
  please: 'Please record nothing, and keep what you hear to yourself.',
  notBegunHeading: 'The visit has not begun',
  notBegunText: 'Stay on this page. You can test your camera in the meantime.',
  askedHeading: 'You asked to join',
  askedText: '{practitioner} sees your name and decides. Stay on this page.',
  admittedHeading: 'You may come in',
  admittedText: 'You will be seen and heard once you join.',
  alone: 'No one else is in the room now',
  // The session ends with the guest's place, and the page may learn of it first.
  end_waiting: 'This visit is over for you',
  end_admitted: 'You are no longer in the visit',
  end_invited: 'This visit is over for you',
  end_withdrawn: 'Your invitation was withdrawn',
  end_refused: 'You were not let in',
  end_removed: 'You are no longer in the visit',
  end_expired: 'Your code has expired',
  end_ended: 'The visit has ended',
  endText: 'Your camera and microphone are off. You can close this page.',
  endAsk: 'If you still need to join, ask the person who invited you for a new code.',
} as const satisfies Messages & CodeWords<'as', GuestKind> & CodeWords<'end', GuestStatus>
