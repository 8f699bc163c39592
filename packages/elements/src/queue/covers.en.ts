import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

type Calls = 'covers.end' | 'covers.list'

export const coversEn = {
  heading: 'Cover',
  forYou: '{name} covers for you until {time}.',
  byYou: 'You cover for {name} until {time}.',
  forOther: '{colleague} covers for {name} until {time}.',
  end: 'End cover',
  endName: 'End cover by {name}',
  endOwn: 'End cover for {name}',
  ending: 'Ending',
  started: '{name} covers for you now.',
  ended: 'The cover has ended.',
  problem_cover_ended: ['This cover is over already', 'Nothing was changed.', 'The list has been updated.'],
} as const satisfies Messages & ProblemWords<Calls>
