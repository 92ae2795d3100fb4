/** How often something random is tried: few times by `npm test`, many by `npm run test:long`, which runs only such tests. */
export const rounds = (few: number, many: number): number => (process.env.TEST_LONG ? many : few);
