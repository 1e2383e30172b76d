import { answerHistory } from '@/app/(portal)/history/answer-history'

export const GET = answerHistory('User')
