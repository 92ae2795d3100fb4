/** Whether the numbers come from a simulated fleet: everything that shows them must say so. */
export const isSimulation = () => process.env.SIMULATION === "1";
