"""Other names to speak under in one thread. They are drawn by chance, so they say nothing about who was given them."""

import secrets

FIRST = (
    "Amber", "Autumn", "Bright", "Calm", "Clear", "Coastal", "Copper", "Distant", "Early", "Evening", "Feather",
    "Gentle", "Golden", "Green", "Grey", "Hazel", "Hidden", "Honey", "Inland", "Ivory", "Kind", "Late", "Light",
    "Little", "Lofty", "Lunar", "Mellow", "Misty", "Morning", "Mossy", "Northern", "Olive", "Pale", "Patient",
    "Plain", "Quiet", "Rainy", "River", "Rose", "Rowan", "Sandy", "Silent", "Silver", "Sleepy", "Slow", "Soft",
    "Southern", "Spring", "Starry", "Steady", "Still", "Summer", "Sunny", "Tidal", "Twilight", "Velvet", "Violet",
    "Warm", "Wild", "Winter",
)  # fmt: skip
SECOND = (
    "Acorn", "Alder", "Aspen", "Bay", "Beech", "Bell", "Birch", "Bramble", "Bridge", "Brook", "Candle", "Cedar",
    "Cloud", "Clover", "Cove", "Dale", "Dove", "Fern", "Field", "Finch", "Garden", "Gate", "Glen", "Grove",
    "Harbour", "Heath", "Hill", "Island", "Ivy", "Juniper", "Kettle", "Lake", "Lantern", "Larch", "Leaf", "Linden",
    "Maple", "Meadow", "Moon", "Moth", "Orchard", "Otter", "Path", "Pebble", "Pine", "Plum", "Pond", "Poppy", "Reed",
    "Robin", "Sail", "Shell", "Shore", "Sparrow", "Stone", "Swift", "Thistle", "Thrush", "Wave", "Willow",
)  # fmt: skip


def gentle_name() -> str:
    return f"{secrets.choice(FIRST)} {secrets.choice(SECOND)}"
