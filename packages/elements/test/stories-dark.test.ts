import { checkStories } from './check-stories.ts'

checkStories('dark')
