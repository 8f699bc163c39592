import { checkStories } from './check-stories.ts'

checkStories('arabic')
