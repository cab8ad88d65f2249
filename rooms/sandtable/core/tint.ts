// Shading by how many stars a unit has on the average: the more, the deeper. It says where stars are and compares nobody;
// what a unit has to mend never colours it.

export type Tint = 0 | 1 | 2 | 3 | 4 | 5

/** The tint of so many stars among so many villages; any star at all is seen. */
export function tintOf(stars: number, villages: number): Tint {
  if (stars <= 0 || villages <= 0) return 0
  return Math.max(1, Math.min(5, Math.round(stars / villages))) as Tint
}
