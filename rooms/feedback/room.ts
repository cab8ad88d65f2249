import { defineRoom } from '#ground/http/room.ts'
import { contract } from './contract.ts'
import { problems } from './problems.ts'

export const room = defineRoom({
  name: 'feedback',
  title: { zh: '投诉建议', en: 'Complaints and suggestions' },
  needs: ['units'],
  contract,
  problems,
  grants: {
    'feedback.handle': ['county-admin', 'operator'],
    'feedback.oversee': ['operator'],
    // The house's own task only.
    'feedback.forget': [],
  },
  menu: [{ face: 'desk', path: '/desk/feedback', title: { zh: '投诉建议', en: 'Feedback' }, order: 80, permission: 'feedback.handle' }],
  jobs: ['feedback.forget', 'feedback.bind-contacts'],
})
