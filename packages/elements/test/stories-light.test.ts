import { checkStories } from './check-stories.ts'

checkStories('light')
