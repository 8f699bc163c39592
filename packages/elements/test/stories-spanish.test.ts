import { lookAtStories } from './look-at-stories.ts'

lookAtStories('spanish')
