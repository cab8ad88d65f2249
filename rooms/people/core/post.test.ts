import { describe, expect, it } from 'vitest'
import { actingPost, holdsOn, mayEnd } from './post.ts'

const post = (id: string, from: string, to: string | null = null) => ({ id, from, to })

describe('posts in time', () => {
  it('both ends count', () => {
    const held = post('a', '2026-01-01', '2026-06-30')
    expect(holdsOn(held, '2025-12-31')).toBe(false)
    expect(holdsOn(held, '2026-01-01')).toBe(true)
    expect(holdsOn(held, '2026-06-30')).toBe(true)
    expect(holdsOn(held, '2026-07-01')).toBe(false)
  })

  it('the chosen post acts while it holds, then the one held longest', () => {
    const posts = [post('b', '2026-03-01'), post('a', '2026-01-01'), post('old', '2024-01-01', '2025-12-31')]
    expect(actingPost(posts, 'b', '2026-09-08')?.id).toBe('b')
    expect(actingPost(posts, null, '2026-09-08')?.id).toBe('a')
    expect(actingPost(posts, 'old', '2026-09-08')?.id).toBe('a')
    expect(actingPost([post('old', '2024-01-01', '2025-12-31')], 'old', '2026-09-08')).toBeNull()
  })

  it('an end may lie on the eve of the beginning, never before, and does not move once it has passed', () => {
    expect(mayEnd(post('a', '2026-09-08'), '2026-09-07', '2026-09-08')).toBe(true)
    expect(mayEnd(post('a', '2026-09-08'), '2026-09-06', '2026-09-08')).toBe(false)
    expect(mayEnd(post('a', '2026-01-01', '2026-09-07'), '2026-12-31', '2026-09-08')).toBe(false)
    expect(mayEnd(post('a', '2026-01-01', '2026-09-08'), '2026-12-31', '2026-09-08')).toBe(true)
  })
})
