import { checkStories } from './check-stories.ts'

checkStories('narrow')
