"""Wrong answers to the exercises of lesson 1."""

WRONG_ANSWERS = {
    "1.1": {
        "returns the comparison itself": """def my_count_at(values, limit):
    return values == limit
""",
        "counts every row": """def my_count_at(values, limit):
    return len(values == limit)
""",
        "mean for sum": """def my_count_at(values, limit):
    on_limit = values == limit
    return on_limit.mean()
""",
        "adds the values up": """def my_count_at(values, limit):
    total = 0
    for value in values:
        if value == limit:
            total = total + value
    return total
""",
        "counts what lies above, too": """def my_count_at(values, limit):
    count = 0
    for value in values:
        if value >= limit:
            count += 1
    return count
""",
        "near is near enough": """def my_count_at(values, limit):
    return (values.round() == limit).sum()
""",
    },
    "1.2": {
        "stops at the covariance": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy)
""",
        "sum for mean above the line": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    top = 0
    for a, b in zip(dx, dy):
        top += a * b
    return top / (np.std(x) * np.std(y))
""",
        "no parentheses below the line": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy) / np.sqrt(np.mean(dx**2)) * np.sqrt(np.mean(dy**2))
""",
        "no root": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    sigma_x = np.mean(dx**2)
    sigma_y = np.mean(dy**2)
    return np.mean(dx * dy) / (sigma_x * sigma_y)
""",
        "the std of pandas": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    return np.mean(dx * dy) / (pd.Series(x).std() * pd.Series(y).std())
""",
        "the standard deviation of x twice": """def my_pearson(x, y):
    dx = x - np.mean(x)
    dy = y - np.mean(y)
    sigma_x = np.sqrt(np.mean(dx**2))
    sigma_y = np.sqrt(np.mean(dx**2))
    return np.mean(dx * dy) / (sigma_x * sigma_y)
""",
    },
    "1.3": {
        "the target among the columns": """def my_strongest_pair(table, target):
    r = table.corr().abs()
    names = list(r.columns)
    strongest, pair = -1, None
    for i, a in enumerate(names):
        for b in names[i + 1 :]:
            if r.loc[a, b] > strongest:
                strongest, pair = r.loc[a, b], (a, b)
    return pair
""",
        "a column with itself": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs()
    return r.unstack().sort_values(ascending=False).index[0]
""",
        "the largest r with its sign": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr()
    names = list(r.columns)
    strongest, pair = -1, None
    for i in range(len(names)):
        for j in range(i + 1, len(names)):
            if r.iloc[i, j] > strongest:
                strongest = r.iloc[i, j]
                pair = [names[i], names[j]]
    return pair
""",
        "the smallest r with its sign": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr()
    pairs = [(a, b) for a in r.columns for b in r.columns if a < b]
    return min(pairs, key=lambda pair: r.loc[pair[0], pair[1]])
""",
        "the weakest pair": """def my_strongest_pair(table, target):
    r = table.drop(columns=target).corr().abs()
    pairs = {r.loc[a, b]: (a, b) for a in r.columns for b in r.columns if a != b}
    return pairs[min(pairs)]
""",
        "the two that go best with the target": """def my_strongest_pair(table, target):
    r = table.corr()[target].drop(target).abs()
    return r.sort_values(ascending=False).index[:2]
""",
    },
    "1.4": {
        "the target in its own list": """def my_ranking(table, target):
    r = table.corr()[target]
    return r.abs().sort_values(ascending=False)
""",
        "abs forgotten": """def my_ranking(table, target):
    r = table.corr()[target]
    return r.drop(target).sort_values(ascending=False)
""",
        "sorted before abs": """def my_ranking(table, target):
    r = table.corr()[target]
    r = r.drop(target)
    r = r.sort_values(ascending=False)
    return abs(r)
""",
        "the weakest first": """def my_ranking(table, target):
    r = table.corr()[target]
    return r.drop(target).abs().sort_values()
""",
        "not sorted": """def my_ranking(table, target):
    strength = {}
    for name in table.columns:
        if name != target:
            strength[name] = abs(table[name].corr(table[target]))
    return pd.Series(strength)
""",
        "new Series thrown away": """def my_ranking(table, target):
    r = table.corr()[target]
    r.drop(target)
    r.abs()
    r.sort_values(ascending=False)
    return r
""",
    },
    "1.5": {
        "values are still missing": """def my_ozone_study(air):
    r = air.drop(columns=["Month", "Day"]).corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "the calendar stays": """def my_ozone_study(air):
    r = air.dropna().corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "new tables thrown away": """def my_ozone_study(air):
    air.drop(columns=["Month", "Day"])
    air.dropna()
    r = air.corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "missing values filled with 0": """def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).fillna(0)
    r = complete.corr()["Ozone"]
    return r.drop("Ozone").abs().sort_values(ascending=False)
""",
        "abs forgotten": """def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).dropna()
    return complete.corr()["Ozone"].drop("Ozone").sort_values(ascending=False)
""",
        "Ozone in its own list": """def my_ozone_study(air):
    complete = air.drop(columns=["Month", "Day"]).dropna()
    return complete.corr()["Ozone"].abs().sort_values(ascending=False)
""",
    },
}
